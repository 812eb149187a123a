"""One district: how does it stand, and what must it do this month?"""
