"""Screens, one a module: each gets what it needs as arguments and leaves by the stack."""
