/**
 * What a load balancer asks: alive, and ready to accept (MicroProfile Health). Ready means that settings and database are there;
 * no institution's LRS has a say in it.
 */
package org.lectern.gateway.health;
