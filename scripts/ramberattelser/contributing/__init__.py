"""What contributors meet, made from the models: schemas, forms, the format's page, and files from forms.

Everything here is values in, values out. Files are read and written by the verbs ``schema`` and ``formular``.
"""
