"""The way of the data, one room a stage."""
