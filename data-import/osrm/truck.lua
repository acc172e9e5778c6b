-- OSRM profile of a fire engine. It judges no OSM tag by itself: who may use a way, how wide it
-- is and how fast an engine drives there was decided at import and stands in the database, so
-- that OSRM and the in-process road graph obey one truth. `build.ts` writes that truth as two
-- tab-separated files and a small `profile.lua` per vehicle class, which sets the global
-- `firepoint` and then runs this file:
--
--   firepoint = {
--     roads = 'path',        way id, motor, foot, oneway, width, height, weight, speed, class, name
--     barriers = 'path',     node id, seconds to get past; '-' = closed to this class
--     width_m, height_m,     clear width and height the vehicle needs, margins included
--     weight_t,
--     speed_factor,          against the speed of a large pumper
--     footways,              true: also uses ways for people on foot, never steps
--     turn_delay_s,          seconds for a right-angled turn at a junction
--     u_turn_delay_s,        seconds for turning round, on top of the turn
--   }
--
-- Deliberate: access tags (private, emergency, destination) do not count, since `motor` already
-- says what a fire engine may use. One-way streets and turn restrictions are obeyed.

api_version = 4

-- A million-road file stays small in memory when each row is kept as text until its way comes by.
local function read_rows(path)
  local rows = {}
  for line in io.lines(path) do
    local id, rest = line:match('^(%-?%d+)\t(.*)$')
    if not id then
      error('firepoint: unreadable row in ' .. path .. ': ' .. line)
    end
    rows[tonumber(id)] = rest
  end
  return rows
end

local roads = read_rows(firepoint.roads)
local barriers = read_rows(firepoint.barriers)

local row_pattern = '^(%d)\t(%d)\t(%-?%d)\t(%S+)\t(%S+)\t(%S+)\t(%S+)\t(%S+)\t(.*)$'

local function read_road(row)
  local motor, foot, oneway, width, height, weight, speed, class, name = row:match(row_pattern)
  if not motor then
    error('firepoint: unreadable road facts: ' .. row)
  end
  return {
    motor = motor == '1',
    foot = foot == '1',
    oneway = tonumber(oneway),
    width_m = tonumber(width),
    -- '-' is no number, so nil: no limit known.
    max_height_m = tonumber(height),
    max_weight_t = tonumber(weight),
    speed_kmh = tonumber(speed),
    class = class,
    name = name,
  }
end

local function may_use(road)
  if road.motor then
    return true
  end
  return firepoint.footways and road.foot and road.class ~= 'steps'
end

-- Values came through 4-byte reals: 3.1 may read 3.0999999.
local tolerance = 1e-4

local function fits(road)
  if road.width_m + tolerance < firepoint.width_m then
    return false
  end
  if road.max_height_m and road.max_height_m + tolerance < firepoint.height_m then
    return false
  end
  return not (road.max_weight_t and road.max_weight_t + tolerance < firepoint.weight_t)
end

-- How important a road is among those that meet, which decides what guidance calls a turn, a
-- fork or simply the road going on.
local priorities = {
  motorway = road_priority_class.motorway,
  trunk = road_priority_class.trunk,
  primary = road_priority_class.primary,
  secondary = road_priority_class.secondary,
  tertiary = road_priority_class.tertiary,
  unclassified = road_priority_class.unclassified,
  residential = road_priority_class.main_residential,
  living_street = road_priority_class.side_residential,
  service = road_priority_class.alley,
  track = road_priority_class.bike_path,
  cycleway = road_priority_class.bike_path,
  path = road_priority_class.bike_path,
  pedestrian = road_priority_class.foot_path,
  footway = road_priority_class.foot_path,
}

local function classify(way, road, result)
  local highway = way:get_value_by_key('highway') or road.class
  local base, link = highway:match('^(.-)(_link)$')
  local kind = base or highway
  result.road_classification.link_class = link ~= nil
  result.road_classification.motorway_class = kind == 'motorway' or kind == 'trunk'
  result.road_classification.road_priority_class = priorities[kind] or road_priority_class.connectivity
  result.road_classification.may_be_ignored = kind == 'service' or not road.motor
end

function setup()
  return {
    properties = {
      weight_name = 'duration',
      max_speed_for_map_matching = 120 / 3.6,
      u_turn_penalty = firepoint.u_turn_delay_s,
      -- An engine under way may be sent back the way it came.
      continue_straight_at_waypoint = false,
      use_turn_restrictions = true,
      process_call_tagless_node = false,
    },
    default_mode = mode.driving,
    default_speed = 10,
    oneway_handling = true,
    -- `except=emergency` on a restriction relation exempts us.
    restrictions = { 'motor_vehicle', 'vehicle', 'emergency' },
    classes = {},
    excludable = {},
    relation_types = {},
  }
end

function process_node(profile, node)
  local delay = barriers[node:id()]
  if not delay then
    return
  end
  local seconds = tonumber(delay)
  if not seconds then
    obstacle_map:add(node, Obstacle.new(obstacle_type.barrier))
  elseif seconds > 0 then
    obstacle_map:add(node, Obstacle.new(obstacle_type.gate, obstacle_direction.both, seconds, 0))
  end
end

function process_way(profile, way, result)
  local row = roads[way:id()]
  if not row then
    return
  end
  local road = read_road(row)
  if not may_use(road) or not fits(road) then
    return
  end
  local speed = road.speed_kmh * firepoint.speed_factor
  result.forward_mode = road.oneway >= 0 and mode.driving or mode.inaccessible
  result.backward_mode = road.oneway <= 0 and mode.driving or mode.inaccessible
  result.forward_speed = speed
  result.backward_speed = speed
  result.is_startpoint = true
  result.name = road.name
  local junction = way:get_value_by_key('junction')
  result.roundabout = junction == 'roundabout'
  result.circular = junction == 'circular'
  result.is_left_hand_driving = way:is_left_hand_traffic() == true
  classify(way, road, result)
end

-- The speeds of `truck_speed` already average over junctions, so a turn costs little: in
-- proportion to its angle, nothing along a bend, and turning round its own delay.
function process_turn(profile, turn)
  for _, obstacle in pairs(obstacle_map:get(turn.from, turn.via)) do
    turn.duration = turn.duration + obstacle.duration
  end
  if turn.is_u_turn then
    turn.duration = turn.duration + firepoint.u_turn_delay_s
  elseif turn.number_of_roads > 2 then
    turn.duration = turn.duration + firepoint.turn_delay_s * math.abs(turn.angle) / 90
  end
  turn.weight = turn.duration
end

return {
  setup = setup,
  process_node = process_node,
  process_way = process_way,
  process_turn = process_turn,
}
