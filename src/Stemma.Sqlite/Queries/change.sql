SELECT number FROM change;
