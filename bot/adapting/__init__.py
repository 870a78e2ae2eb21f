"""What the company's defaults could become, proposed to HR with the figure behind it."""
