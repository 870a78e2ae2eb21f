"""A local page where one plays a manager."""
