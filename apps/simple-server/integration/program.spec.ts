import { describeServerProgram } from '@praktikum/testing';

describeServerProgram('simple-server', { reloads: false });
