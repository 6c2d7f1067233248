"""A story on one page with its evidence: ``content`` says what stands there, ``html`` and ``markdown`` how."""
