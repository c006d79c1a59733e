module example.com/exiting

go 1.22
