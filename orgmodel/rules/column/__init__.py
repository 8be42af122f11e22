"""What one role, person or unit has to do with the rows of the matrix."""
