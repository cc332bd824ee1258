"""Charts as pictures: plain data that draws itself in a box, its page that opens on links, its figure for print."""
