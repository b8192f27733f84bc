#!/usr/bin/env node
import '../dist/schulkonto.js';
