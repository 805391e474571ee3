import { describeUnreadOutput, ECHO } from '@praktikum/testing';

describeUnreadOutput('simple-server', ECHO);
