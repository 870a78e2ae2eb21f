"""What touches the outside: platforms, web, command line, wiring."""
