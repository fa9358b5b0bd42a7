"""How people and programs come in. Doors parse, call compose, and render."""
