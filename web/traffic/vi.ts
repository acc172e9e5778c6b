/** The texts of traffic. */
export const trafficVi = {
  'note.held-by-traffic':
    'Đường đông: chậm thêm {{seconds}} trên {{meters}} m (theo {{sources}}, {{ageSeconds}} trước).',
  'layers.traffic': 'Tốc độ giao thông',
  'layers.traffic.none': 'chưa có số liệu: giờ chạy như đường vắng',
  'layers.traffic.seen_one': '{{n}} đoạn, mới nhất {{ago}}',
  'layers.traffic.seen_other': '{{n}} đoạn, mới nhất {{ago}}',
  'legend.traffic-jam': 'Xe gần như đứng',
  'legend.traffic-slow': 'Xe đi chậm',
  'legend.traffic-free': 'Xe đi thông',
  'status.traffic': 'Giao thông',
} as const;
