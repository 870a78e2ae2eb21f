"""Campaigns: HR invites many people at once, sees beforehand what will come, and stays in control.

People get one invitation, and nothing else before their yes. Who declined is nobody's to know.
"""
