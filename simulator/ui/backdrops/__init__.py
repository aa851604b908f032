"""Backdrops: the places an encounter happens in, baked once a size, with the light each of them owns."""
