-- What a way is to a fire engine. Rules answer 1 (a tag opens it), -1 (a tag closes it) or 0 (its class decides).
-- An engine on a call may use emergency, private and destination roads; `access=no` and steps stay closed.

local access = {}

local class_of = {
    road = 'unclassified', busway = 'service', bus_guideway = 'service', bridleway = 'path', escape = 'service',
    platform = 'footway', corridor = 'footway', ['rest_area'] = 'service', services = 'service',
}
for _, name in ipairs({
    'motorway', 'trunk', 'primary', 'secondary', 'tertiary', 'unclassified', 'residential', 'living_street',
    'service', 'track', 'pedestrian', 'footway', 'path', 'cycleway', 'steps',
}) do
    class_of[name] = name
    class_of[name .. '_link'] = name
end

local opens = {
    yes = true, permissive = true, private = true, destination = true, designated = true, official = true,
    delivery = true, customers = true, permit = true, emergency = true, residents = true,
}
local opens_footway = { yes = true, designated = true, official = true, emergency = true }
local narrow_riders = { yes = true, designated = true, permissive = true, destination = true }
local parts_of_street = { sidewalk = true, crossing = true, traffic_island = true }

-- nil for what nobody can use, such as highway=construction
function access.class(tags)
    return class_of[tags.highway]
end

function access.motor(tags, class)
    if class == 'steps' then return -1 end
    if tags.emergency == 'no' then return -1 end
    if opens_footway[tags.emergency] or tags.access == 'emergency' then return 1 end
    if tags.access == 'no' and not opens[tags.motor_vehicle] and not opens[tags.vehicle] then return -1 end
    if tags.motor_vehicle == 'emergency' then return 1 end
    if opens[tags.motor_vehicle] or opens[tags.motorcar] then return 1 end
    return 0
end

function access.foot(tags, class)
    if class == 'motorway' then return -1 end
    if tags.foot == 'no' then return -1 end
    if tags.access == 'no' and not tags.foot then return -1 end
    return 1
end

-- Alleys where motorbikes go and cars do not: closed by their width, not by a rule.
function access.is_narrow(tags)
    local no_car = tags.motorcar == 'no' or tags.motor_vehicle == 'no'
    return no_car and narrow_riders[tags.motorcycle] == true
end

function access.is_roundabout(tags)
    return tags.junction == 'roundabout' or tags.junction == 'circular'
end

-- Drawn beside or across a street as a way of its own, of which it is a part.
function access.is_pavement(tags)
    return parts_of_street[tags.footway] or parts_of_street[tags.path] or false
end

function access.oneway(tags, class)
    local value = tags['oneway:emergency'] or tags.oneway
    if value == 'yes' or value == 'true' or value == '1' then return 1 end
    if value == '-1' or value == 'reverse' then return -1 end
    if value then return 0 end
    if access.is_roundabout(tags) or class == 'motorway' then return 1 end
    return 0
end

return access
