module example.org/ask

go 1.19
