"""The crash driver: real processes killed at points drawn by chance, and the audit after."""
