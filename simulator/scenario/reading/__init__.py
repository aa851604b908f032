"""From bytes to a tree of values with places: decoding, YAML events, mending what is broken and reading on."""
