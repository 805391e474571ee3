import { describeUnreadOutput } from '@praktikum/testing';

describeUnreadOutput('simple-server');
