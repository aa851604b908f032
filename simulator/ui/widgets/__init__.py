"""Small things a person sees and works: buttons, options, fields, bars. They know nothing of encounters."""
