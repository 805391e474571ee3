import { afterAll } from '@jest/globals';
import { endPrograms } from '@praktikum/peers';

// A test that fails may leave its program running, and a program that runs keeps the test runner.
afterAll(endPrograms);
