"""What is passed between the rooms: frozen, slotted, checked at birth."""
