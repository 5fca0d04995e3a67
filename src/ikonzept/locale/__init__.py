"""Every sentence people read, German and English; a pair is singular and plural, chosen by ``n``."""
