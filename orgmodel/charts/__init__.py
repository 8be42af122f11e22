"""Charts: what is on one (build), where it stands (layout), and one module per format.

A builder makes a frozen :class:`orgmodel.charts.chart.Chart`; a renderer turns it into text or bytes and
reads nothing else: no files, no clock, no environment.
"""
