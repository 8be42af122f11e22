"""The matrix as pictures: turned headings, a letter in each cell, gaps beside the rows, a legend."""
