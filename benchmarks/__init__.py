"""What the warehouse and the pages cost, beside the least that they could cost."""
