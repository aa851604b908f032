"""The window: scenes, widgets, theme, characters, backdrops, input."""
