-- Reads measured tag values: "3.5", "3,5 m", "11'6\"", "12 ft", "7.5 t", "18000 gallons".
-- Returns nil for what carries no number or an unknown unit: a wrong number is worse than none.

local measures = {}

local metre = { [''] = 1, m = 1, cm = 0.01, km = 1000, ft = 0.3048, feet = 0.3048, ["'"] = 0.3048 }
local tonne = { [''] = 1, t = 1, kg = 0.001, st = 0.90718474, lbs = 0.00045359237, lb = 0.00045359237 }
local cubic_metre = {
    m3 = 1, ['m³'] = 1, ['m^3'] = 1, l = 0.001, litre = 0.001, litres = 0.001, liter = 0.001, liters = 0.001,
    gallon = 0.003785411784, gallons = 0.003785411784, gal = 0.003785411784,
}
local litre_per_second = {
    ['l/s'] = 1, lps = 1, ['l/min'] = 1 / 60, lpm = 1 / 60, ['m3/h'] = 1 / 3.6, ['m³/h'] = 1 / 3.6,
    gpm = 0.0630901964, usgpm = 0.0630901964,
}
local bar = { [''] = 1, bar = 1, kpa = 0.01, psi = 0.0689475729 }

-- Beyond any width, volume or pressure on earth, and well within PostgreSQL's `real`.
local greatest = 1e9

-- The value, and the unit as written.
local function read(text, units)
    if not text then return nil end
    local number, unit = text:lower():match('^%s*([%d.,]+)%s*(%S*)%s*$')
    if not number then return nil end
    local value = tonumber((number:gsub(',', '.')))
    local factor = units[unit]
    if value and factor and value * factor <= greatest then return value * factor, unit end
    return nil
end

local function metres(text)
    if not text then return nil end
    local feet, inches = text:match("^(%d+)'%s*(%d*)\"?$")
    if feet and #feet + #inches < 9 then return tonumber(feet) * 0.3048 + (tonumber(inches) or 0) * 0.0254, "'" end
    return read(text, metre)
end

-- What no road has was written in the smaller unit, 250 for 2.5 m and 3500 for 3.5 t, or lost its comma, 45 for 4.5 m.
-- What still says less than a road has is dropped. Zero is a slip of the keyboard. Bounds as of what people enter.
local function of_road(value, least, most, factors)
    if not value or value <= 0 then return nil end
    if value <= most then return value end
    for _, factor in ipairs(factors) do
        local meant = value * factor
        if meant >= least and meant <= most then return meant end
    end
    return nil
end

-- A square may be 80 m wide, and no way is 80 cm: without a width a road has the low end of its class.
function measures.width(text)
    local value, unit = metres(text)
    return of_road(value, 1, 60, unit == '' and { metre.cm } or {})
end

-- A limit that is dropped lets everybody through: also with its unit written, 380 m and 3500 t are no limits of roads.
function measures.height(text)
    local value, unit = metres(text)
    return of_road(value, 1, 30, (unit == '' or unit == 'm') and { metre.cm, 0.1 } or {})
end

function measures.weight(text)
    local value, unit = read(text, tonne)
    return of_road(value, 0.1, 200, (unit == '' or unit == 't') and { tonne.kg } or {})
end

function measures.cubic_metres(text) return (read(text, cubic_metre)) end

-- Bare numbers stand for several units in the wild, so the unit must be written.
function measures.litres_per_second(text) return (read(text, litre_per_second)) end

function measures.bar(text) return (read(text, bar)) end

-- Bridges and tunnels stack few deep; what is no number lies on the ground.
function measures.layer(text)
    local value = tonumber(text and text:match('^%s*(-?%d+)'))
    return value and math.max(-10, math.min(10, value)) or 0
end

function measures.whole(text, low, high)
    local value = tonumber(text and text:match('^%s*(%d+)'))
    if value and value >= low and value <= high then return math.floor(value) end
    return nil
end

return measures
