"""The HTTP server: health, the notice, exports, charts."""
