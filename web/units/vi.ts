/** Where units are, and since when. */
export const unitsVi = {
  'note.from-position': 'Tính từ vị trí xe {{ageSeconds}} trước, không phải từ đội.',
  'note.from-old-position':
    'Vị trí xe đã cũ ({{ageSeconds}} trước): giờ tính từ chỗ thấy xe lần cuối.',
  'note.position-off-road':
    'Vị trí cuối của xe ({{ageSeconds}} trước, cách đội {{meters}}\u00A0m) nằm ngoài mạng đường của loại xe này: giờ tính từ đội.',
  'note.no-way-from-position': 'không có đường từ chỗ thấy xe lần cuối tới đây',
  'note.station-gone': 'đội của xe không còn trong dữ liệu, chưa rõ xe ở đâu',
  'note.status-now': 'Tình trạng xe lúc này: {{status}}.',
  'unit.position': 'vị trí {{age}} trước',
  'unit.position.stale': 'vị trí cũ, {{age}} trước',
  'unit.position.doubtful': 'sai số {{distance}}',
  'unit.class.rescue': 'xe cứu nạn cứu hộ',
  'unit.status.maintenance': 'đang sửa chữa',
  'unit.status.on-call': 'trực ở nhà, gọi mới tới',
  'unit.status.unavailable': 'hiện không huy động được',
} as const;
