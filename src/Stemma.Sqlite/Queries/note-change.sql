UPDATE change SET number = number + 1;
