"""The library on screen: what a card says, how it looks, which cards a search leaves, how a call is to be played."""
