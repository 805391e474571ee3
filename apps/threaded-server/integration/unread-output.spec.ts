import { describeUnreadOutput, REPLY } from '@praktikum/testing';

describeUnreadOutput('threaded-server', REPLY);
