# Within how many days monitoring has to say something again: the interval of the system, but no more than the limit.
package aims.lib.monitoring

interval(limit) := min({limit, object.get(input.system, ["monitoring", "cadenceDays"], limit)})
