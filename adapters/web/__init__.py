"""The HTTP server: health, exports."""
