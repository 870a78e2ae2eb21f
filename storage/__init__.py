"""Tables, repositories, unit of work, encryption."""
