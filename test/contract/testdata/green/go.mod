module example.com/green

go 1.22
