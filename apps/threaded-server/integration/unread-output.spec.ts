import { describeUnreadOutput } from '@praktikum/testing';

describeUnreadOutput('threaded-server');
