"""What Word documents and slides share: the package they are files of, pictures in it, the words a reader sees."""
