"""Pictures as placed shapes, whatever they show, and the formats that write them."""
