import { describeServerProgram, ECHO } from '@praktikum/testing';

describeServerProgram('simple-server', { dialogue: ECHO, reloads: false });
