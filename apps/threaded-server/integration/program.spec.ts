import { describeServerProgram } from '@praktikum/testing';

describeServerProgram('threaded-server', { reloads: true });
