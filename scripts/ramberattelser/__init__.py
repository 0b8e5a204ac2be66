"""The knowledge base of ramberättelser and ändamålsparagrafer: data in, pages out."""
